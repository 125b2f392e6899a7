export default ["Chili","",""];
