export default ["Groenland"];
