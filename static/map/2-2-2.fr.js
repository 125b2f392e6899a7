export default ["Tanzanie","République démocratique du Congo","Namibie","Afrique du Sud","Zambie","","","","","","","Océan Indien","","",""];
