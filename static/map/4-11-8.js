export default {"labels":[["c","Br. Indian Ocean Ter.",350,565,5,83],["w","Indian Ocean",683,1287,3,57]]};
