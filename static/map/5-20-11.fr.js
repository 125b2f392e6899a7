export default ["Mer Caspienne","","","","","","","","","","","","","","","",""];
