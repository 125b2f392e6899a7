export default ["Indonésie","Papouasie-Nouvelle-Guinée","Australie","Fidji","Nouvelle-Zélande","Îles Salomon","",""];
