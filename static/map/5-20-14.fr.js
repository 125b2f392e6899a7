export default ["Yémen","Golfe d’Aden","","Moukalla","","","",""];
