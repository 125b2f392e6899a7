export default ["Afrique du Sud","","","","","","","","","","",""];
