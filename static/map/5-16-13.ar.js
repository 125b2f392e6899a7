export default ["الجزائر","نالوت","غات"];
