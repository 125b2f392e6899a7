export default {"land":"2TmyDCSVEET o2GouBeEMMJSnBAHN s3G0sBCFODGM","labels":[]};
