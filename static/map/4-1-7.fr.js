export default ["","Océan Pacifique"];
