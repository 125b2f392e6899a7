export default ["Algérie","",""];
