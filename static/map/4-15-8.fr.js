export default ["Fidji","Îles Salomon","","",""];
