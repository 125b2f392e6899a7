export default ["Albanie","Grèce","Malte","Mer Méditerranée","","","","","","","","","","",""];
