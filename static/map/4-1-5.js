export default {"land":"wKjBSHAkBHOVFDROH","labels":[]};
