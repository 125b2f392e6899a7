export default ["Libye","Golfe de Syrte","Syrte","","","","","","","","","","","","",""];
