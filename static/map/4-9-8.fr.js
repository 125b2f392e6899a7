export default ["","Tanzanie","République démocratique du Congo","Zambie","","","","","Comores","","","","","","","","","","","","","","","","","","","","","","","",""];
