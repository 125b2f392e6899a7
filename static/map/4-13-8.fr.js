export default ["Timor oriental","","","","","","","","",""];
