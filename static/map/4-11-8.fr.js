export default ["Territoire britannique de l’océan Indien","Océan Indien"];
