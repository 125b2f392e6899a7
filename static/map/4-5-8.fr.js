export default ["Bolivie","Brésil","","","","","","","","","","","",""];
