export default ["Cap-Vert"];
