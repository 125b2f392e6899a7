export default ["Sénégal","Guinée-Bissau","Gambie","","","","","","","","","","","",""];
