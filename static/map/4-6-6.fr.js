export default ["Océan Atlantique"];
