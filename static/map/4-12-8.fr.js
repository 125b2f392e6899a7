export default ["Indonésie","","","","","",""];
