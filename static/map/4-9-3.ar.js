export default ["مورمانسك"];
