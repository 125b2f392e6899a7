export default ["","États-Unis","","Mexique","Océan Pacifique",""];
