export default ["Ouzbékistan","Mer Caspienne","","","","","","","","","","","","","","","","","",""];
