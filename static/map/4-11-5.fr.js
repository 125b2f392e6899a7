export default ["","Kirghizistan","Tachkent","","Bichkek","","","","","","","","","","","","",""];
