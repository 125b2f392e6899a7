export default ["Viêt Nam","Cambodge","","Thaïlande","Birmanie","Singapour","","","","","","","","","","","","","","","","","","","","","",""];
