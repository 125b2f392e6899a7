export default ["","","Maurice",""];
