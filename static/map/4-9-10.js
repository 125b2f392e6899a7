export default {"land":"o2CouBeEMMJSnBAHN","labels":[]};
