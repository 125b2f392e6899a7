export default ["كندا"];
