export default ["Chili","Bolivie","Pérou","Argentine","Brésil","","Équateur","","",""];
