export default ["كيب تاون","ويندهوك"];
