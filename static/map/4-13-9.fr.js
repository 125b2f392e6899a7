export default ["Australie",""];
