export default ["Namibie","","","","","","","","","","",""];
