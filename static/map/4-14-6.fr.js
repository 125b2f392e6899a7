export default ["Japon","","","","","","",""];
