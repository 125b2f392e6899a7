export default ["Papouasie-Nouvelle-Guinée","",""];
