export default {"land":"o2CouBeEMMJSnBAHN s3C0sBCFODGM","labels":[]};
