export default ["كيريباتي","المحيط الهادئ"];
