export default ["الرأس الأخضر"];
