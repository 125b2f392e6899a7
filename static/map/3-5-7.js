export default {"land":"_D_DgoIAAgkI_nIA","labels":[]};
