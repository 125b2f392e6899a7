export default ["ساموا"];
