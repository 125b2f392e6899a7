export default ["Malaisie","","","Palaos","","","","","","","","",""];
