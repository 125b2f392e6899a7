export default ["Maroc","Espagne","","","","","","","","","","","","","",""];
