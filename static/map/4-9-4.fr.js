export default ["Russie","Estonie","Lettonie","Finlande","","","","","","","","","","",""];
