export default ["","Guinée","","Côte d'Ivoire","","Sénégal","","","Guinée-Bissau","Mauritanie","Gambie","","","","","","","","","","","","","","","","","","","","","",""];
