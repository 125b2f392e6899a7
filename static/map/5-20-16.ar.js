export default ["سيشل"];
