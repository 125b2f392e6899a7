export default ["","","تيمبو",""];
