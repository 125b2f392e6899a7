export default ["Albanie","Libye","Tunisie","Grèce","Algérie","Malte","Mer Méditerranée","Alger","","","","","","","Syrte","","",""];
