export default ["Nouvelle-Zélande",""];
