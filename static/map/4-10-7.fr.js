export default ["Somalie","Yémen","Golfe d’Aden","Mer d’Arabie","","Mogadiscio","","Moukalla",""];
