export default ["Mongolie","","",""];
