export default ["أستراليا","بيرث"];
