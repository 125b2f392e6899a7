export default ["","","Haïti","République dominicaine","Salvador","","","Colombie","","","","","Jamaïque","","","","","","","","","","","","","","","","",""];
